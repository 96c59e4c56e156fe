/**
 * Starts the portal on a developer's machine and in the tests: a real PostgreSQL and an Open Liberty beside it.
 *
 * <p>Inside: the launcher of the default {@code mvn} run, the local database, the server process. Not inside: anything
 * the portal itself needs. This package is left out of the WAR, and a city that brings its own PostgreSQL never meets it.
 */
package tsunagu.launch;
