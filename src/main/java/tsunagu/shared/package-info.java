/**
 * The kernel: words every room uses (fiscal year, role, actor, rule broken) and nothing that belongs to one feature.
 *
 * <p>It knows no other room. A class comes here only when two features need it and neither owns it.
 */
package tsunagu.shared;
