// What happens to programs, end to end: started twice, killed.
import { it } from 'vitest';
import { killedWhileTyping, secondStart } from './accidents.ts';
import { clerkAlone } from './stage.ts';

const stage = clerkAlone();

it('a second start hands over to the first', () => secondStart(stage()));
it('killed while somebody types: at most the last second is lost', () => killedWhileTyping(stage()));
