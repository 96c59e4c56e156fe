package tsunagu.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;

/**
 * All entries' facets as bitmaps in memory. Before every search it reads what changed in the database since the last
 * one (one indexed statement, usually no rows), so it is never behind a committed change, on any node.
 *
 * <p>Life cycle: empty at start; the first search fills it. Nothing is lost with it.
 */
@ApplicationScoped
class SearchMirror {

    private static final int MOST_WORDS_KEPT = 500;

    @Inject
    private SearchQueries queries;

    @Inject
    private Clock clock;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Kind, Map<String, RoaringBitmap>> tagged = new EnumMap<>(Kind.class);
    private final Map<Kind, RoaringBitmap> all = new EnumMap<>(Kind.class);
    private final Map<Kind, OpenRecords> open = new EnumMap<>(Kind.class);
    private final ArrayList<MirrorEntry> entries = new ArrayList<>();
    private final Map<Kind, Map<Long, Integer>> numbers = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<Long, RoaringBitmap>> owned = new EnumMap<>(Kind.class);
    private final Map<Kind, Owners> owners = new EnumMap<>(Kind.class);
    private final Map<List<Object>, SearchQueries.Hits> words =
            Collections.synchronizedMap(new LinkedHashMap<>(16, .75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<List<Object>, SearchQueries.Hits> eldest) {
                    return size() > MOST_WORDS_KEPT;
                }
            });
    private final AtomicLong mark = new AtomicLong();
    private volatile long version;
    private volatile long learnt;

    /** What is open at an instant stays so until the next opening or closing. */
    private record OpenRecords(RoaringBitmap records, long from, long until) {}

    /** Of a kind's open records, whose they are; good as long as the same records are open. */
    private record Owners(RoaringBitmap open, List<Long> recordIds) {}

    SearchMirror() {
        for (Kind kind : Kind.values()) {
            tagged.put(kind, new HashMap<>());
            all.put(kind, new RoaringBitmap());
            numbers.put(kind, new HashMap<>());
            owned.put(kind, new HashMap<>());
        }
    }

    /** Reads what changed. One thread at a time applies it; the others wait, for they must not be behind either. */
    void follow() {
        if (mark.get() == 0) {
            // The first look reads everything: one visitor does it, the others wait for it.
            synchronized (this) {
                if (mark.get() == 0) {
                    look();
                    return;
                }
            }
        }
        look();
    }

    private void look() {
        SearchQueries.Changes changes = queries.changesSince(mark.get());
        if (changes.learnt() != learnt) {
            learn(changes.learnt());
        }
        if (changes.entries().isEmpty()) {
            mark.accumulateAndGet(changes.mark(), Math::max);
            return;
        }
        lock.writeLock().lock();
        try {
            boolean changed = false;
            for (SearchQueries.Change change : changes.entries()) {
                changed |= apply(change.entry(), change.facets());
            }
            mark.accumulateAndGet(changes.mark(), Math::max);
            if (changed) {
                version++;
                open.clear();
                words.clear();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Staff changed what words mean: every answer may be another one. A question read a moment before still goes by the old words. */
    private void learn(long now) {
        List<List<String>> synonyms = queries.synonyms();
        lock.writeLock().lock();
        try {
            Vocabulary.learn(synonyms);
            learnt = now;
            version++;
            words.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean apply(MirrorEntry entry, String[] facets) {
        while (entries.size() <= entry.no()) {
            entries.add(null);
        }
        MirrorEntry before = entries.get(entry.no());
        if (before != null && before.edition() >= entry.edition()) {
            return false;
        }
        if (before != null && !before.removed()) {
            tagged.get(before.kind()).values().forEach(records -> records.remove(before.no()));
            for (long owner : before.links()) {
                owned.get(before.kind()).get(owner).remove(before.no());
            }
        }
        entries.set(entry.no(), entry);
        if (entry.removed()) {
            all.get(entry.kind()).remove(entry.no());
            numbers.get(entry.kind()).remove(entry.recordId());
            return true;
        }
        all.get(entry.kind()).add(entry.no());
        numbers.get(entry.kind()).put(entry.recordId(), entry.no());
        for (String tag : facets) {
            tagged.get(entry.kind())
                    .computeIfAbsent(tag, key -> new RoaringBitmap())
                    .add(entry.no());
        }
        for (long owner : entry.links()) {
            owned.get(entry.kind())
                    .computeIfAbsent(owner, key -> new RoaringBitmap())
                    .add(entry.no());
        }
        return true;
    }

    long version() {
        return version;
    }

    SearchQueries.Hits known(Word word) {
        return words.get(word.key());
    }

    /** @param seenVersion of the mirror before the database was asked: an answer to an older state is not kept */
    void keep(long seenVersion, Map<Word, SearchQueries.Hits> found) {
        reading(() -> {
            if (seenVersion == version) {
                found.forEach((word, hits) -> words.put(word.key(), hits));
            }
            return null;
        });
    }

    /** Everything below reads; several reads that belong together go in one. */
    <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    RoaringBitmap open(Kind kind) {
        long now = clock.millis();
        synchronized (open) {
            OpenRecords known = open.get(kind);
            if (known != null && now >= known.from() && now < known.until()) {
                return known.records();
            }
            RoaringBitmap records = new RoaringBitmap();
            long until = Long.MAX_VALUE;
            for (int no : all.get(kind)) {
                MirrorEntry entry = entries.get(no);
                if (entry.openAt(now)) {
                    records.add(no);
                }
                until = Math.min(until, entry.opens() > now ? entry.opens() : Long.MAX_VALUE);
                until = Math.min(until, entry.closes() > now ? entry.closes() : Long.MAX_VALUE);
            }
            open.put(kind, new OpenRecords(records, now, until));
            return records;
        }
    }

    /** The version, and since when what is open has been so. */
    String state() {
        StringBuilder state = new StringBuilder(Long.toString(version));
        for (Kind kind : Kind.values()) {
            open(kind);
            synchronized (open) {
                state.append(':').append(open.get(kind).from());
            }
        }
        return state.toString();
    }

    /** Those that were open once and are not any more. */
    RoaringBitmap past(Kind kind) {
        long now = clock.millis();
        RoaringBitmap past = new RoaringBitmap();
        for (int no : all.get(kind)) {
            if (entries.get(no).closes() <= now) {
                past.add(no);
            }
        }
        return past;
    }

    RoaringBitmap tagged(Kind kind, String tag) {
        return tagged.get(kind).getOrDefault(tag, new RoaringBitmap());
    }

    /** Values of a facet that any record has, in order; for facets whose values follow the data. */
    Set<String> valuesOf(Kind kind, Facet facet) {
        Set<String> values = new TreeSet<>();
        String prefix = facet.parameter() + "=";
        for (Map.Entry<String, RoaringBitmap> tag : tagged.get(kind).entrySet()) {
            if (tag.getKey().startsWith(prefix) && !tag.getValue().isEmpty()) {
                values.add(tag.getKey().substring(prefix.length()));
            }
        }
        return values;
    }

    /** Records of {@code kind} that open records of {@code other} belong to. */
    RoaringBitmap linkedFromOpen(Kind kind, Kind other) {
        RoaringBitmap open = open(other);
        Owners known;
        synchronized (owners) {
            known = owners.get(other);
            if (known == null || known.open() != open) {
                known = new Owners(
                        open,
                        owned.get(other).entrySet().stream()
                                .filter(owner -> RoaringBitmap.intersects(owner.getValue(), open))
                                .map(Map.Entry::getKey)
                                .toList());
                owners.put(other, known);
            }
        }
        return byRecords(kind, known.recordIds());
    }

    RoaringBitmap ownedBy(Kind kind, long owner) {
        return owned.get(kind).getOrDefault(owner, new RoaringBitmap());
    }

    /** Tags of a facet that a record has. */
    List<String> tagsOf(MirrorEntry entry, Facet facet) {
        return tagged.get(entry.kind()).entrySet().stream()
                .filter(tag -> tag.getKey().startsWith(facet.parameter() + "=")
                        && tag.getValue().contains(entry.no()))
                .map(Map.Entry::getKey)
                .toList();
    }

    RoaringBitmap byRecords(Kind kind, Collection<Long> recordIds) {
        RoaringBitmap records = new RoaringBitmap();
        for (Long recordId : recordIds) {
            Integer no = numbers.get(kind).get(recordId);
            if (no != null) {
                records.add(no);
            }
        }
        return records;
    }

    Comparator<MirrorEntry> order(Sort sort, Kind kind, boolean past) {
        return sort.order(kind, past, clock.instant().getEpochSecond());
    }

    /** One page in order: a bounded heap, so that a long list costs no sort. */
    List<MirrorEntry> page(RoaringBitmap hits, Comparator<MirrorEntry> order, int offset, int size) {
        int keep = offset + size;
        PriorityQueue<MirrorEntry> best = new PriorityQueue<>(Math.min(keep, 1024) + 1, order.reversed());
        for (int no : hits) {
            MirrorEntry entry = entries.get(no);
            if (best.size() < keep) {
                best.add(entry);
            } else if (order.compare(entry, best.peek()) < 0) {
                best.poll();
                best.add(entry);
            }
        }
        List<MirrorEntry> sorted = new ArrayList<>(best);
        sorted.sort(order);
        return sorted.size() <= offset ? List.of() : sorted.subList(offset, sorted.size());
    }

    MirrorEntry entry(int no) {
        return entries.get(no);
    }
}
