/**
 * 交付決定: the register of grant decisions, one row each, that measures are counted from; what rules they keep.
 *
 * <p>Not inside: how a measure counts them ({@code plan}).
 */
package tsunagu.grant;
