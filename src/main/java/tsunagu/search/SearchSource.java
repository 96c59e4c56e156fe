package tsunagu.search;

import java.util.stream.Stream;

/** A room whose records can be found: gives all of them when the search tables are filled anew. */
public interface SearchSource {

    Stream<SearchEntry> entries();
}
