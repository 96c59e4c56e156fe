package tsunagu.plan;

/**
 * A programme that a year's plan (資料4) names without saying to which strategy it belongs. It is printed, and counted nowhere.
 *
 * @param remark 備考
 * @param note why it has no place
 */
public record UnplacedProgramme(String name, String remark, String note) {}
