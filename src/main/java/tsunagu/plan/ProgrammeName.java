package tsunagu.plan;

/**
 * 推進事業: its stable id, the name it has in a year, and the number it carries.
 *
 * @param code "1-1-13", or null when the year gave it none
 * @param codeYear fiscal year that issued the code ("R6"): numbers are re-issued each year
 * @param added 【新規】: the year is its first
 * @param remark 備考 of the year's plan; "" without
 */
public record ProgrammeName(
        String id, String name, String summary, String code, String codeYear, boolean added, String remark) {}
