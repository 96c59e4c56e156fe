package tsunagu.opendata.web;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param total exact number of records that fit
 * @param facets by parameter and value: how many would fit if only this value were chosen in the facet
 */
@JsonbPropertyOrder({"total", "page", "pages", "items", "facets", "links"})
public record ListAnswer<T>(
        int total, int page, int pages, List<T> items, Map<String, Map<String, Integer>> facets, Links links) {

    /** @param next only where a page follows */
    @JsonbPropertyOrder({"self", "next"})
    public record Links(String self, Optional<String> next) {}
}
