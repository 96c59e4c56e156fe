/**
 * History: who changed what, when, and why. The rows are written by database triggers (migration V1); this room gives
 * the reason of a change to the database. It decides nothing, and does not show the trail yet.
 */
package tsunagu.audit;
