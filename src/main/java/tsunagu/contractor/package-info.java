/**
 * 受託者の月報: the numbers contractors report for a month, which measures are counted from.
 *
 * <p>Not inside: how a measure counts them ({@code plan}), and case notes about persons, which are kept nowhere.
 */
package tsunagu.contractor;
