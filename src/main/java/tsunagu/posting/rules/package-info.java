/**
 * What a job posting has to say and must not say, before it is published: one rule, one constant of {@link
 * tsunagu.posting.rules.PostingRule}, with its law. Lists of words and the minimum wage are data (reference/rules).
 *
 * <p>Not inside: who may publish, and how a posting gets from a draft to the public.
 */
package tsunagu.posting.rules;
