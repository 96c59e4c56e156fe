/**
 * Letters: what rooms say has happened ({@code Letter}) becomes a row of the outbox in the same transaction, and a job
 * sends it by SMTP, again and again until it is through or three days have passed.
 *
 * <p>The words are the rooms' own (their bundles); nobody depends on this room.
 */
package tsunagu.notification;
