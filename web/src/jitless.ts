import { config } from 'zod';

// The policy of the page forbids making code from text, which zod would try as each shape is made: so this comes first.
config({ jitless: true });
