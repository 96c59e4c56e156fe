package tsunagu.company;

/**
 * What other rooms need of a company.
 *
 * @param industry middle group of 日本標準産業分類
 */
public record CompanyName(long id, String code, String name, String reading, String industry) {}
