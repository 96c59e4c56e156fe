/**
 * The demonstration run's city: fictional companies (架空), jobs, internships and events, drawn from word lists with a fixed
 * seed around the day of the first start. Uses the doors of the other rooms; nobody depends on it, and a city's own
 * installation never runs it.
 */
package tsunagu.demonstration;
