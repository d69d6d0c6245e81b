import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '#test/support/database.ts';
import { aServer, type TestServer } from '#test/support/server.ts';

const minute = 60_000;

describe.each(databases())('an upgraded server on $name', (engine) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await aServer(engine);
    await server.signIn('zhang');
  });
  afterEach(() => server.stop());

  /** As a program writes a row that does not know its columns. */
  const forgetColumns = () =>
    server.held.database.exec(
      "UPDATE accounts SET role = NULL, columns_generation = columns_generation - 1 WHERE username = 'zhang'",
    );
  const roles = async () =>
    (await server.held.database.query("SELECT role FROM accounts WHERE username = 'zhang'")).rows;

  it('has filled the columns before it answers', async () => {
    await forgetColumns();
    const next = await server.twin();
    expect(await roles()).toEqual([{ role: 'administrator' }]);
    await next.close();
  });

  it('fills what an older process writes afterwards', async () => {
    await server.runDueWork();
    await forgetColumns();
    server.time.now += minute;
    await server.runDueWork();
    expect(await roles()).toEqual([{ role: 'administrator' }]);
  });
});
