package tsunagu.finding.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagu.search.Facet;
import tsunagu.search.SearchResult;

/**
 * A facet with its values and counts, as the filter shows it.
 *
 * @param id of its controls in the page
 * @param chosen how many of its values are chosen
 */
public record FacetBox(String id, String parameter, String name, Facet.Style style, List<Choice> choices, int chosen) {

    /** @param below finer values, shown once their group or one of them is chosen */
    public record Choice(String value, String label, int count, boolean chosen, List<Choice> below) {}

    static FacetBox of(Facet facet, SearchResult result, FacetWords words) {
        Map<String, Integer> counts = result.counts().getOrDefault(facet, Map.of());
        List<String> values = new ArrayList<>(facet.fixedValues().isEmpty() ? counts.keySet() : facet.fixedValues());
        if (!values.contains(Facet.UNSTATED)) {
            values.add(Facet.UNSTATED);
        }
        List<Choice> choices = new ArrayList<>();
        for (String value : values) {
            Choice choice = choice(facet, value, result, words);
            if (choice.count() > 0 || choice.chosen() || !choice.below().isEmpty()) {
                choices.add(choice);
            }
        }
        return new FacetBox(
                "facet-" + facet.parameter(),
                facet.parameter(),
                words.name(facet),
                facet.style(),
                choices,
                result.query().chosen(facet).size());
    }

    private static Choice choice(Facet facet, String value, SearchResult result, FacetWords words) {
        boolean chosen = result.query().chosen(facet, value);
        List<Choice> below = new ArrayList<>();
        List<String> finer = facet.below(value);
        if (chosen || finer.stream().anyMatch(each -> result.query().chosen(facet, each))) {
            for (String each : finer) {
                Choice choice = choice(facet, each, result, words);
                if (choice.count() > 0 || choice.chosen()) {
                    below.add(choice);
                }
            }
        }
        return new Choice(value, words.value(facet, value), result.count(facet, value), chosen, below);
    }

    public boolean isEmpty() {
        return choices.isEmpty();
    }

    public boolean isMany() {
        return style == Facet.Style.MANY;
    }

    public boolean isMenu() {
        return style == Facet.Style.ONE || style == Facet.Style.AT_LEAST;
    }

    /** Open without being asked: what most people narrow by, and what is chosen. */
    public boolean isOpen() {
        return chosen > 0 || parameter.equals("area") || parameter.equals("month");
    }
}
