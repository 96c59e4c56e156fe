/**
 * History: who changed what, when, and why. The rows are written by database triggers (migration V1); this room gives
 * the reason of a change to the database and reads the trail back. It decides nothing.
 */
package tsunagu.audit;
