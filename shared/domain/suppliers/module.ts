// Suppliers, whom results and contracts name.
import { defineModule } from '../module.ts';
import { searchKind } from '../search-kind.ts';
import { liftBan, recordBan } from './commands/ban.ts';
import { renameSupplier, saveSupplier } from './commands/save.ts';
import { supplierList } from './list.ts';
import { suppliers } from './model.ts';

export const suppliersModule = defineModule({
  name: 'suppliers',
  entities: [suppliers],
  commands: [saveSupplier, renameSupplier, recordBan, liftBan],
  lists: [supplierList],
  search: [searchKind(suppliers, { place: 6, detail: 'uscc' })],
});
