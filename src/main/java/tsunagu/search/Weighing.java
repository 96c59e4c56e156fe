package tsunagu.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * Weighs the open records of a kind: every record gets the weights of what fits. First come those that lack nothing mandatory, then those
 * that lack one such thing, and so on: no surplus elsewhere makes up for it. Within these, those of which it is known that they have what
 * the person holds mandatory, then the larger share of the points that can be had (15 of 18 before 15 of 21), then more points, then the
 * newer one.
 */
final class Weighing {

    private final SearchMirror mirror;
    private final Kind kind;
    private final RoaringBitmap open;
    private final List<Criterion> criteria;
    private final List<Sets> sets = new ArrayList<>();
    private final int[] points;
    private final int[] possible;
    private final byte[] lacking;
    /** How much of what is mandatory a record says nothing about, though the person has said what they want. */
    private final byte[] silent;

    /** Which open records stand how to one criterion; the three have nothing in common. */
    private record Sets(RoaringBitmap fits, RoaringBitmap missing, RoaringBitmap unknown) {}

    Weighing(SearchMirror mirror, Kind kind, List<Criterion> criteria) {
        this.mirror = mirror;
        this.kind = kind;
        this.criteria = criteria;
        open = mirror.open(kind);
        int size = open.isEmpty() ? 0 : open.last() + 1;
        points = new int[size];
        possible = new int[size];
        lacking = new byte[size];
        silent = new byte[size];
        criteria.forEach(each -> {
            Sets found = sets(each);
            sets.add(found);
            for (int no : found.fits()) {
                points[no] += each.weight();
            }
            for (RoaringBitmap concerned : List.of(found.fits(), found.missing(), found.unknown())) {
                for (int no : concerned) {
                    possible[no] += each.weight();
                }
            }
            if (each.must()) {
                for (int no : found.missing()) {
                    lacking[no]++;
                }
                if (each.known()) {
                    for (int no : found.unknown()) {
                        silent[no]++;
                    }
                }
            }
        });
    }

    private Sets sets(Criterion each) {
        RoaringBitmap fits = tagged(each.fitting());
        RoaringBitmap silent = each.unstated().isEmpty() ? new RoaringBitmap() : tagged(Set.of(each.unstated()));
        if (!each.known()) {
            // Whatever the record states, the person has not said: nothing fits and nothing is missing.
            return new Sets(
                    new RoaringBitmap(),
                    new RoaringBitmap(),
                    RoaringBitmap.or(RoaringBitmap.or(fits, tagged(each.lacking())), silent));
        }
        RoaringBitmap missing = each.unstated().isEmpty()
                ? tagged(each.lacking())
                : RoaringBitmap.andNot(RoaringBitmap.andNot(open, fits), silent);
        return new Sets(RoaringBitmap.andNot(fits, missing), missing, RoaringBitmap.andNot(silent, fits));
    }

    private RoaringBitmap tagged(Set<String> tags) {
        RoaringBitmap all = FastAggregation.or(
                tags.stream().map(tag -> mirror.tagged(kind, tag)).toArray(RoaringBitmap[]::new));
        all.and(open);
        return all;
    }

    List<ScoredRecord> best(int most) {
        Comparator<MirrorEntry> order = Comparator.<MirrorEntry>comparingInt(entry -> lacking[entry.no()])
                .thenComparingInt(entry -> silent[entry.no()])
                .thenComparingDouble(entry -> -share(entry.no()))
                .thenComparingInt(entry -> -points[entry.no()])
                .thenComparing(mirror.order(Sort.NEW, kind, false));
        return mirror.page(open, order, 0, most).stream().map(this::weighed).toList();
    }

    private double share(int no) {
        return possible[no] == 0 ? 0 : (double) points[no] / possible[no];
    }

    private ScoredRecord weighed(MirrorEntry entry) {
        Map<String, ScoredRecord.Outcome> outcomes = new LinkedHashMap<>();
        int possible = 0;
        boolean stated = false;
        for (int i = 0; i < criteria.size(); i++) {
            ScoredRecord.Outcome outcome = outcome(sets.get(i), entry.no());
            if (outcome != null) {
                outcomes.put(criteria.get(i).name(), outcome);
                possible += criteria.get(i).weight();
                stated |= outcome != ScoredRecord.Outcome.UNKNOWN;
            }
        }
        return new ScoredRecord(
                new SearchResult.Found(entry.recordId(), entry.code()),
                stated ? points[entry.no()] : null,
                possible,
                outcomes);
    }

    private static ScoredRecord.Outcome outcome(Sets sets, int no) {
        if (sets.fits().contains(no)) {
            return ScoredRecord.Outcome.FITS;
        }
        if (sets.missing().contains(no)) {
            return ScoredRecord.Outcome.MISSING;
        }
        return sets.unknown().contains(no) ? ScoredRecord.Outcome.UNKNOWN : null;
    }
}
