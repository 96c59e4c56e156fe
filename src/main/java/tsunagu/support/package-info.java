/**
 * What the city pays: grant decisions (交付決定), one row each, as the plan counts them.
 *
 * <p>Not inside: how a measure counts them (plan), and case notes about persons, which are kept nowhere.
 */
package tsunagu.support;
