package tsunagu.plan;

/**
 * 推進事業: its stable id, its name, and the number it carries.
 *
 * @param code "1-1-13", or null when the year gave it none
 * @param codeYear fiscal year that issued the code ("R6"): numbers are re-issued each year
 */
public record ProgrammeName(String id, String name, String summary, String code, String codeYear) {}
