/**
 * History: who changed what, when, and why. The rows are written by database triggers (R__01_audit.sql); this room gives
 * the reason of a change to the database. It decides nothing; what was changed about a programme's year is shown by the evaluation room.
 */
package tsunagu.audit;
