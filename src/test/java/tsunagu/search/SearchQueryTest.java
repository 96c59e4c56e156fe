package tsunagu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An address is a search, and a search is an address. */
class SearchQueryTest {

    @Test
    void an_address_is_read_and_written_alike() {
        SearchQuery query = parse("q", "製造 看護", "area", "SENMAYA", "sort", "wage", "page", "3");
        assertThat(query.address()).isEqualTo("?q=%E8%A3%BD%E9%80%A0+%E7%9C%8B%E8%AD%B7&area=SENMAYA&sort=wage&page=3");
    }

    @Test
    void changing_a_condition_keeps_the_words_and_goes_to_the_first_page() {
        SearchQuery query = parse("q", "製造", "area", "SENMAYA", "page", "3");
        assertThat(query.without(Facet.AREA, "SENMAYA").address()).isEqualTo("?q=%E8%A3%BD%E9%80%A0");
        assertThat(query.withoutWord(0).address()).isEqualTo("?area=SENMAYA");
    }

    @Test
    void absurd_pages_become_possible_ones() {
        for (String page : new String[] {"-1", "0", "abc", "1e9", "", "99999999999999999999"}) {
            assertThat(parse("page", page).page()).as(page).isEqualTo(1);
        }
        assertThat(parse("page", "1000000000").page()).isEqualTo(1);
        assertThat(parse("page", "999999999").page()).isEqualTo(SearchQuery.LAST_PAGE);
    }

    @Test
    void unknown_values_are_left_out_and_named() {
        SearchQuery query = parse("area", "ATLANTIS", "industry", "E", "wage", "1; drop table posting");
        assertThat(query.chosen(Facet.AREA)).isEmpty();
        assertThat(query.chosen(Facet.INDUSTRY)).containsExactly("E");
        assertThat(query.complaints()).containsExactly("search.error.value");
        assertThat(query.refused()).isFalse();
    }

    @Test
    void too_much_is_refused_in_words() {
        assertThat(parse("q", "あ".repeat(5000)).complaints()).containsExactly("search.error.long");
        assertThat(parse("q", "あ".repeat(5000)).refused()).isTrue();
        assertThat(parse("q", "a b c d e f g h i").complaints()).containsExactly("search.error.words");
    }

    @Test
    void facets_of_a_kind_have_names_of_their_own() {
        for (Kind kind : Kind.values()) {
            assertThat(Facet.byParameter(kind)).hasSize(kind.facets().size());
        }
    }

    private static SearchQuery parse(String... pairs) {
        Map<String, String[]> parameters = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return SearchQuery.parse(Kind.JOB, parameters);
    }
}
