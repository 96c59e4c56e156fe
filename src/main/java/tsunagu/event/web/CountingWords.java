package tsunagu.event.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.event.EventType;
import tsunagu.shared.EventCounting.Measure;
import tsunagu.web.Texts;

/** What the plan will count of an event, in sentences. */
final class CountingWords {

    /** @param counts false where something is not counted that one may think is */
    public record Said(boolean counts, String words) {}

    private final Texts texts;

    CountingWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param measures of the event's programme that are computed from events
     * @param roles a session says it counts
     */
    List<Said> of(List<Measure> measures, EventType type, Set<String> roles) {
        List<Measure> taking =
                measures.stream().filter(each -> each.takes(type.name())).toList();
        if (measures.isEmpty()) {
            return List.of(new Said(false, texts.of("event.counts.noMeasure")));
        }
        if (taking.isEmpty()) {
            Set<String> types =
                    measures.stream().flatMap(each -> each.types().stream()).collect(Collectors.toSet());
            return List.of(
                    new Said(false, texts.of("event.counts.type", word("type", type.name()), words("type", types))));
        }
        List<Said> said = new ArrayList<>();
        for (Measure each : taking) {
            Set<String> counted = each.counted(roles);
            if (!each.people()) {
                said.add(new Said(true, texts.of("event.counts.held", each.label())));
            } else if (roles.isEmpty()) {
                said.add(new Said(true, texts.of("event.counts.as", each.label())));
            } else if (counted.isEmpty()) {
                said.add(new Said(
                        false,
                        texts.of(
                                "event.counts.roles",
                                each.label(),
                                words("role", roles),
                                words("role", each.roles()))));
            } else {
                said.add(new Said(true, texts.of("event.counts.people", each.label(), words("role", counted))));
                Set<String> left =
                        roles.stream().filter(role -> !counted.contains(role)).collect(Collectors.toSet());
                if (!left.isEmpty()) {
                    said.add(new Said(
                            false,
                            texts.of(
                                    "event.counts.roles",
                                    each.label(),
                                    words("role", left),
                                    words("role", each.roles()))));
                }
            }
        }
        return said;
    }

    private String words(String kind, Collection<String> names) {
        return names.stream()
                .sorted()
                .map(each -> word(kind, each))
                .collect(Collectors.joining(texts.of("web.listSeparator")));
    }

    private String word(String kind, String name) {
        return texts.of("event." + kind + "." + name);
    }
}
