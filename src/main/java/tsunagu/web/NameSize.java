package tsunagu.web;

import java.util.List;

/** How large a name is set where it has only so much room: a long one smaller, never cut. A wide letter counts two, a Latin one counts one. */
public final class NameSize {

    private record Step(int widest, String style) {}

    private static final List<Step> STEPS =
            List.of(new Step(20, ""), new Step(40, "name-long"), new Step(80, "name-longer"));

    private NameSize() {}

    /** @return a class of the style sheet; empty for the usual size */
    public static String of(String name) {
        int width = name.codePoints()
                .map(each ->
                        Character.charCount(each) > 1 || each >= 0x1100 && (each < 0xff61 || each > 0xffdc) ? 2 : 1)
                .sum();
        return STEPS.stream()
                .filter(each -> width <= each.widest())
                .map(Step::style)
                .findFirst()
                .orElse("name-longest");
    }
}
