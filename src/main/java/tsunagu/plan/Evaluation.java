package tsunagu.plan;

/**
 * 自己評価 of a programme in one document. Documents may differ; each is true of its paper.
 *
 * @param grade A to D, or null where the paper gives none
 */
public record Evaluation(String programmeId, String document, String grade, String direction) {}
