package tsunagu.searchword;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Words that found nothing, and words that staff made the same. */
@ApplicationScoped
@Transactional
public class SearchWordService {

    private static final int DAYS_SHOWN = 30;
    private static final int LONGEST = 40;

    /** @param times how often in the last thirty days; a list that is kept in memory counts once until something changes */
    public record Missed(String word, String kind, long times) {}

    /** @param words as staff wrote them, parted by spaces */
    public record Synonyms(int no, String words) {}

    @Inject
    private SearchWordRepository words;

    @Inject
    private Clock clock;

    /** Those typed at least twice, the most often first. One person's slip, or name, is nobody's business. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Missed> missed() {
        return words.missedSince(today().minusDays(DAYS_SHOWN));
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public List<Synonyms> synonyms() {
        return words.synonyms();
    }

    /** @throws DomainException when it is not two words or more, or one is too long */
    @UseCase(allow = Role.STAFF)
    public void add(@Valid SameWords same) {
        List<String> all = Stream.of(same.words().split("[\\s\\u3000,\\u3001\\uff0c]+"))
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
        if (all.size() < 2 || all.stream().anyMatch(word -> word.length() > LONGEST)) {
            throw new DomainException("searchword.error.words");
        }
        words.add(String.join(" ", all));
    }

    /** @throws ConflictException when somebody has removed it before */
    @UseCase(allow = Role.STAFF)
    public void remove(long no) {
        if (words.remove(no) == 0) {
            throw new ConflictException();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }
}
