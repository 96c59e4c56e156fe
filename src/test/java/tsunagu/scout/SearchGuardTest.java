package tsunagu.scout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a company asks, in whatever order, and whoever comes and goes meanwhile: no comparison of answers singles out fewer than five. */
class SearchGuardTest {

    private static final Set<String> NONE = Set.of();
    private static final ScoutConditions CARE = new ScoutConditions(NONE, NONE, Set.of("CARE"));

    private final Map<Long, Set<String>> people = new HashMap<>();
    private final Map<Long, SearchGuard.Seen> parts = new HashMap<>();
    private long last;

    @Test
    void fewer_than_five_are_not_shown_and_nothing_tells_none_from_few() {
        add(4, "LICENCE:CARE", "AREA:SENMAYA");
        assertThat(ask(CARE)).isEmpty();
        assertThat(ask(new ScoutConditions(NONE, NONE, Set.of("CRANE")))).isEmpty();
        add(1, "LICENCE:CARE");
        assertThat(ask(CARE)).hasSize(5);
    }

    /** 10 and 9: the difference is one person, and the steps 10 and 5 would tell. */
    @Test
    void a_narrower_search_does_not_take_one_away() {
        add(9, "LICENCE:CARE", "AREA:SENMAYA");
        add(1, "LICENCE:CARE", "AREA:DAITO");
        assertThat(ask(CARE)).hasSize(10);
        assertThat(ask(new ScoutConditions(Set.of("SENMAYA"), NONE, Set.of("CARE"))))
                .isEmpty();
        assertThat(ask(new ScoutConditions(Set.of("DAITO"), NONE, Set.of("CARE"))))
                .isEmpty();
    }

    @Test
    void a_wider_search_does_not_add_one() {
        add(9, "LICENCE:CARE", "AREA:SENMAYA");
        add(1, "LICENCE:CARE", "AREA:DAITO");
        assertThat(ask(new ScoutConditions(Set.of("SENMAYA"), NONE, Set.of("CARE"))))
                .hasSize(9);
        assertThat(ask(CARE)).hasSize(9);
        add(4, "LICENCE:CARE", "AREA:DAITO");
        assertThat(ask(CARE)).hasSize(14);
    }

    @Test
    void a_part_is_cut_where_both_pieces_are_enough() {
        add(6, "LICENCE:CARE", "AREA:SENMAYA");
        add(5, "LICENCE:CARE", "AREA:DAITO");
        assertThat(ask(CARE)).hasSize(11);
        assertThat(ask(new ScoutConditions(Set.of("DAITO"), NONE, Set.of("CARE"))))
                .hasSize(5);
        assertThat(ask(new ScoutConditions(Set.of("SENMAYA"), NONE, NONE))).hasSize(6);
        assertThat(ask(CARE)).hasSize(11);
    }

    @Test
    void who_joins_is_not_seen_alone_and_who_takes_something_back_is_not_shown_for_it() {
        add(9, "LICENCE:CARE", "AREA:SENMAYA");
        assertThat(ask(CARE)).hasSize(9);
        add(1, "LICENCE:CARE");
        assertThat(ask(CARE)).hasSize(9).doesNotContain(last);
        people.put(1L, Set.of("AREA:SENMAYA"));
        assertThat(ask(CARE)).hasSize(8).doesNotContain(1L);
        people.put(2L, Set.of("LICENCE:CARE"));
        assertThat(ask(CARE))
                .as("the area was not why they were shown")
                .hasSize(8)
                .contains(2L);
        people.remove(3L);
        assertThat(ask(CARE)).hasSize(7);
    }

    @Test
    void who_says_everything_fills_no_group() {
        String[] everything = new String[SearchGuard.MOST_SAID + 1];
        for (int i = 0; i < everything.length; i++) {
            everything[i] = "LICENCE:" + i;
        }
        add(4, everything);
        add(1, "LICENCE:3");
        assertThat(ask(new ScoutConditions(NONE, NONE, Set.of("3")))).isEmpty();
        assertThat(SearchGuard.offered(people.values()).none()).isTrue();
        add(4, "LICENCE:3");
        assertThat(SearchGuard.offered(people.values()).licences()).containsExactly("3");
        assertThat(guard().answer(new ScoutConditions(NONE, NONE, Set.of("3"))).atLeast())
                .isEqualTo(5);
        assertThat(ask(new ScoutConditions(NONE, NONE, Set.of("3")))).hasSize(9);
    }

    @Test
    void numbers_are_steps() {
        add(39, "LICENCE:CARE");
        assertThat(guard().answer(CARE).atLeast()).isEqualTo(20);
        add(1, "LICENCE:CARE");
        assertThat(guard().answer(CARE).atLeast()).isEqualTo(40);
        add(100, "LICENCE:CARE");
        assertThat(guard().answer(CARE).atLeast()).isEqualTo(40);
    }

    /** Everything one can put together from answers by union, intersection and difference is made of the pieces counted here. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void an_attacker_who_ticks_and_compares_everything_singles_out_nobody(long seed) {
        Random dice = new Random(seed);
        populate(dice, 30 + dice.nextInt(60));
        List<Set<Long>> answers = new ArrayList<>();
        attack(dice).forEach(each -> answers.add(ask(each)));
        assertThat(answers.stream().filter(each -> !each.isEmpty()).count())
                .as("there is something to compare")
                .isGreaterThan(5);
        assertThat(smallestPiece(answers)).isGreaterThanOrEqualTo(SearchGuard.FEW);
    }

    /** The same attack on the rule that was there before, so that the test above is known to be one. */
    @Test
    void the_attack_succeeds_where_only_the_size_of_an_answer_counts() {
        Random dice = new Random(1);
        populate(dice, 60);
        List<Set<Long>> answers = new ArrayList<>();
        attack(dice).forEach(conditions -> {
            Set<Long> fitting = new HashSet<>(people.keySet());
            fitting.removeIf(person -> !conditions.fit(people.get(person)));
            answers.add(fitting.size() < SearchGuard.FEW ? Set.of() : fitting);
        });
        assertThat(smallestPiece(answers)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void nor_while_people_come_and_go(long seed) {
        Random dice = new Random(seed);
        populate(dice, 60);
        List<Set<Long>> answers = new ArrayList<>();
        List<ScoutConditions> questions = attack(dice);
        for (int i = 0; i < questions.size(); i++) {
            Set<Long> answer = ask(questions.get(i));
            for (Set<Long> earlier : answers) {
                Set<Long> more = new HashSet<>(answer);
                more.removeAll(earlier);
                assertThat(more.isEmpty() || more.size() >= SearchGuard.FEW)
                        .as("came in: %s", more)
                        .isTrue();
                Set<Long> less = new HashSet<>(earlier);
                less.removeAll(answer);
                boolean onlyLeft = less.stream().noneMatch(people::containsKey);
                assertThat(onlyLeft || less.size() >= SearchGuard.FEW)
                        .as("were left out: %s", less)
                        .isTrue();
            }
            answers.add(answer);
            if (dice.nextInt(3) == 0) {
                populate(dice, 1);
            }
            if (dice.nextInt(6) == 0) {
                people.remove(people.keySet().iterator().next());
            }
        }
    }

    private void add(int number, String... said) {
        for (int i = 0; i < number; i++) {
            people.put(++last, Set.of(said));
        }
    }

    private void populate(Random dice, int number) {
        for (int i = 0; i < number; i++) {
            Set<String> said = new TreeSet<>();
            said.add("AREA:" + dice.nextInt(4));
            said.add("AREA:" + dice.nextInt(4));
            said.add("OCCUPATION:" + dice.nextInt(3));
            said.add("LICENCE:" + (dice.nextInt(10) == 0 ? 9 : dice.nextInt(3)));
            add(1, said.toArray(String[]::new));
        }
    }

    /** All areas, each area, each licence, pairs, all but one of each kind, then anything. */
    private static List<ScoutConditions> attack(Random dice) {
        List<ScoutConditions> questions = new ArrayList<>();
        Set<String> areas = Set.of("0", "1", "2", "3");
        questions.add(new ScoutConditions(areas, NONE, NONE));
        for (String area : areas) {
            questions.add(new ScoutConditions(Set.of(area), NONE, NONE));
            Set<String> others = new HashSet<>(areas);
            others.remove(area);
            questions.add(new ScoutConditions(others, NONE, NONE));
            for (String licence : List.of("0", "1", "2", "9")) {
                questions.add(new ScoutConditions(Set.of(area), NONE, Set.of(licence)));
                questions.add(new ScoutConditions(others, NONE, Set.of(licence)));
                questions.add(new ScoutConditions(NONE, NONE, Set.of(licence)));
            }
        }
        for (int i = 0; i < 60; i++) {
            questions.add(new ScoutConditions(some(dice, 4), some(dice, 3), some(dice, 3)));
        }
        java.util.Collections.shuffle(questions, dice);
        return questions;
    }

    private static Set<String> some(Random dice, int most) {
        Set<String> codes = new HashSet<>();
        for (int i = dice.nextInt(3); i > 0; i--) {
            codes.add(String.valueOf(dice.nextInt(most)));
        }
        return codes;
    }

    /** People who were in the same answers are one piece. */
    private static int smallestPiece(List<Set<Long>> answers) {
        Map<Long, List<Integer>> where = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            int answer = i;
            answers.get(i).forEach(person -> where.computeIfAbsent(person, key -> new ArrayList<>())
                    .add(answer));
        }
        Map<List<Integer>, Integer> pieces = new HashMap<>();
        where.values().forEach(each -> pieces.merge(each, 1, Integer::sum));
        return pieces.values().stream().min(Integer::compare).orElseThrow();
    }

    private Set<Long> ask(ScoutConditions conditions) {
        SearchGuard guard = guard();
        SearchGuard.Answer answer = guard.answer(conditions);
        parts.keySet().removeIf(person -> !guard.keeps(person));
        parts.putAll(answer.parts());
        assertThat(answer.people()).allMatch(person -> conditions.fit(people.get(person)));
        return answer.people();
    }

    private SearchGuard guard() {
        return new SearchGuard(people, parts);
    }
}
