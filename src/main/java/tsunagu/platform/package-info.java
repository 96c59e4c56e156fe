/**
 * Wiring: clock, settings, database migration, start-up, health, and the interceptor behind every use case.
 *
 * <p>No rule of the field lives here, and no feature depends on this room.
 */
package tsunagu.platform;
