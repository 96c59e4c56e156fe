/**
 * Suggestions that say why: what fits, what is missing, what nobody has said. The order and the reasons come from one call
 * ({@link tsunagu.search.SearchService#weigh}); weights are the person's own. Age, sex, name of a school and nationality are in no criterion.
 */
package tsunagu.matching;
