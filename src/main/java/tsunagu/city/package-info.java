/**
 * The city's own contact: which office, telephone, hours and mail address people turn to. One setting, which stands under every page, on
 * error pages and under every letter; kept by the administrator.
 *
 * <p>Not inside: the offices where consultations are held ({@code consultation}).
 */
package tsunagu.city;
