package tsunagu.searchword;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import tsunagu.shared.Sql;

/** Words as stored. */
@ApplicationScoped
class SearchWordRepository {

    /** Who types invented words all day fills no more than this. */
    private static final int MOST_KEPT = 20_000;

    private static final int MOST_SHOWN = 100;

    @Inject
    private Sql sql;

    @Transactional
    void count(MissedWords.Miss miss, long times) {
        sql.of(
                        """
                        insert into search_miss (word, kind, day, times)
                        select :word, :kind, :day, :times where (select count(*) from search_miss) < :most
                        on conflict (word, kind, day) do update set times = search_miss.times + excluded.times
                        """)
                .with("word", miss.word())
                .with("kind", miss.kind())
                .with("day", miss.day())
                .with("times", times)
                .with("most", MOST_KEPT)
                .run();
    }

    @Transactional
    void forgetBefore(LocalDate day) {
        sql.of("delete from search_miss where day < :day").with("day", day).run();
    }

    List<SearchWordService.Missed> missedSince(LocalDate day) {
        return sql.of(
                        """
                        select word, kind, sum(times)::bigint as times
                        from search_miss
                        where day >= :day
                        group by word, kind
                        having sum(times) > 1
                        order by 3 desc, 1
                        limit :most
                        """)
                .with("day", day)
                .with("most", MOST_SHOWN)
                .list(SearchWordService.Missed.class);
    }

    List<SearchWordService.Synonyms> synonyms() {
        return sql.of("select no, words from search_synonym order by no desc").list(SearchWordService.Synonyms.class);
    }

    void add(String words) {
        sql.of("insert into search_synonym (words) values (:words)")
                .with("words", words)
                .run();
    }

    int remove(long no) {
        return sql.of("delete from search_synonym where no = :no")
                .with("no", no)
                .run();
    }
}
