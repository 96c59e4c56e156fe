package tsunagu.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.search.Criterion;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.seeker.Profile;
import tsunagu.seeker.Stage;
import tsunagu.seeker.Weight;
import tsunagu.seeker.Wish;
import tsunagu.shared.Classification;
import tsunagu.shared.Classification.Group;

/** What a person and the records of a kind are compared by; everything that decides is in here. */
final class Criteria {

    /** For whom a record is, against what the person does at present. */
    static final String AUDIENCE = "AUDIENCE";

    /** Licences a posting asks for, against those the person has. */
    static final String NEEDS = "NEEDS";

    /** Licences a posting welcomes. */
    static final String WELCOMES = "WELCOMES";

    private static final int AUDIENCE_WEIGHT = 3;

    private static final Map<Stage, Set<String>> EVENT_AUDIENCES = Map.of(
            Stage.JUNIOR_HIGH, Set.of("JUNIOR_HIGH"),
            Stage.HIGH_SCHOOL, Set.of("HIGH_SCHOOL"),
            Stage.UNIVERSITY, Set.of("UNIVERSITY", "JOB_SEEKER"),
            Stage.KOSEN, Set.of("KOSEN", "JOB_SEEKER"),
            Stage.JUNIOR_COLLEGE, Set.of("UNIVERSITY", "JOB_SEEKER"),
            Stage.GRADUATED, Set.of("JOB_SEEKER"),
            Stage.SEEKING, Set.of("JOB_SEEKER"),
            Stage.WORKING, Set.of("EMPLOYEE", "JOB_SEEKER"),
            Stage.GUARDIAN, Set.of("GUARDIAN"),
            Stage.TEACHER, Set.of("TEACHER"));

    private Criteria() {}

    /** Empty when the person has said nothing that concerns the kind. */
    static List<Criterion> of(Kind kind, Profile profile) {
        List<Criterion> criteria = new ArrayList<>();
        audience(kind, profile, criteria);
        for (Wish wish : Wish.values()) {
            Facet facet = wish.facet();
            if (facet == null
                    || !kind.facets().contains(facet)
                    || profile.of(wish).isEmpty()) {
                continue;
            }
            Weight weight = profile.weight(wish);
            criteria.add(new Criterion(
                    wish.name(),
                    profile.of(wish).stream().map(facet::tag).collect(Collectors.toCollection(LinkedHashSet::new)),
                    Set.of(),
                    facet.tag(Facet.UNSTATED),
                    true,
                    weight.value(),
                    weight.must()));
        }
        // Only what they have not said concerns the kind: that is nothing to put in an order by. Nor is a licence by
        // itself.
        boolean wished = criteria.stream().anyMatch(Criterion::known);
        if (wished && kind == Kind.JOB) {
            licences(profile, criteria);
        }
        return wished ? criteria : List.of();
    }

    private static void audience(Kind kind, Profile profile, List<Criterion> criteria) {
        Facet facet = kind == Kind.EVENT ? Facet.AUDIENCE_OF_EVENT : Facet.AUDIENCE;
        Stage stage = profile.stage();
        if (!kind.facets().contains(facet) || stage == null && profile.empty()) {
            return;
        }
        if (stage == null) {
            Set<String> anybody =
                    facet.fixedValues().stream().map(facet::tag).collect(Collectors.toCollection(LinkedHashSet::new));
            criteria.add(new Criterion(AUDIENCE, anybody, Set.of(), "", false, AUDIENCE_WEIGHT, true));
            return;
        }
        Set<String> fitting = kind == Kind.EVENT
                ? new LinkedHashSet<>(EVENT_AUDIENCES.getOrDefault(stage, Set.of()))
                : stage.audiences().stream().map(Enum::name).collect(Collectors.toCollection(LinkedHashSet::new));
        if (fitting.isEmpty()) {
            return;
        }
        if (kind == Kind.EVENT) {
            fitting.add("GENERAL");
        }
        criteria.add(new Criterion(
                AUDIENCE,
                fitting.stream().map(facet::tag).collect(Collectors.toCollection(LinkedHashSet::new)),
                Set.of(),
                facet.tag(Facet.UNSTATED),
                true,
                AUDIENCE_WEIGHT,
                true));
    }

    /** What a posting needs is mandatory for the posting; who has not said what they have is asked to. */
    private static void licences(Profile profile, List<Criterion> criteria) {
        Set<String> has = profile.of(Wish.LICENCE);
        boolean known = !has.isEmpty();
        int weight = profile.weight(Wish.LICENCE).value();
        // To have what is needed is no merit of the posting: a driving licence would lift every job that asks for one.
        criteria.add(new Criterion(NEEDS, tags("needs=", has, true), tags("needs=", has, false), "", known, 0, true));
        criteria.add(
                new Criterion(WELCOMES, tags("welcomes=", has, true), Set.of(), "", known, Math.min(weight, 1), false));
    }

    private static Set<String> tags(String prefix, Set<String> has, boolean wanted) {
        return Classification.LICENCES.tops().stream()
                .map(Group::code)
                .filter(code -> has.contains(code) == wanted)
                .map(code -> prefix + code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
