package tsunagu.desk;

/**
 * What somebody asks of a list again and again.
 *
 * @param list its name
 * @param name as its owner calls it
 * @param path of the page on which it was kept
 * @param query of the address, without "?"
 */
public record KeptView(long id, String list, String name, String path, String query) {}
