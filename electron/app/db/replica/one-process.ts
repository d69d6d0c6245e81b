// While rows are on their way from one table to another only one process may have the replica's file open: the sums that it keeps in memory
// would not know of rows moved by another. The lock goes with the process, however that ends.
import type { SqliteDatabase } from '../connection.ts';

/** From the next transaction on; another process then meets SQLITE_BUSY, which is told as files_in_use. */
export function keepToOurselves(db: SqliteDatabase): void {
  db.pragma('locking_mode = EXCLUSIVE');
}

export function share(db: SqliteDatabase): void {
  db.pragma('locking_mode = NORMAL');
  // The lock is let go of at the next access.
  db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get();
}
