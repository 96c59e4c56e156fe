package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import tsunagu.shared.FewPeople;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/**
 * Who was at an event, as its page shows it to everybody, put together every night by the rules of {@link PublicFigures}: the figure of the
 * plan and the event that it opens to are of one night (decision 0056).
 */
@ApplicationScoped
class PublicPresences {

    @Inject
    private Sql sql;

    /** @param shown how many people the page tells about; null: it has told nothing
     *  @param ofThisYear of an event of another year the first look tells nobody's moment
     *  @param open a year of it is not approved
     *  @param kindMoved one of the kinds moved by one or two */
    private record Changed(
            long eventId, int people, Integer shown, boolean ofThisYear, boolean open, boolean kindMoved) {

        boolean waits() {
            if (!open || shown == null && !ofThisYear) {
                return false;
            }
            int moved = Math.abs(people - (shown == null ? 0 : shown));
            return FewPeople.few(BigDecimal.valueOf(moved)) || moved == 0 && kindMoved;
        }
    }

    void putTogether(LocalDate today) {
        sql.of(
                        "delete from public_presence p where not exists (select from event_presence e where e.event_id = p.event_id)")
                .run();
        sql
                .of(
                        """
                        select e.event_id, e.people, p.people as shown,
                            exists (select from event_session s
                                where s.event_id = e.event_id and s.fiscal_year = :year) as of_this_year,
                            exists (select from event_session s where s.event_id = e.event_id
                                and not exists (select from approval_in_force a
                                    where a.programme_id = e.programme_id and a.fiscal_year = s.fiscal_year)) as open,
                            exists (select
                                from (select h ->> 'role' as kind, (h ->> 'persons')::int as n from jsonb_array_elements(e.heads) h
                                      union all select '', e.recorded) x
                                full join (select h ->> 'role' as kind, (h ->> 'persons')::int as n from jsonb_array_elements(p.heads) h
                                           union all select '', p.recorded) y using (kind)
                                where abs(coalesce(x.n, 0) - coalesce(y.n, 0)) between 1 and 2) as kind_moved
                        from event_presence e
                        left join public_presence p on p.event_id = e.event_id
                        where p.event_id is null or p.heads is distinct from e.heads or p.recorded is distinct from e.recorded
                        """)
                .with("year", FiscalYear.of(today))
                .list(Changed.class)
                .stream()
                .filter(each -> !each.waits())
                .forEach(each -> show(each.eventId(), today));
    }

    private void show(long event, LocalDate today) {
        sql.of(
                        """
                        insert into public_presence (event_id, heads, recorded, people, as_of)
                        select event_id, heads, recorded, people, :today from event_presence where event_id = :event
                        on conflict (event_id) do update
                            set heads = excluded.heads, recorded = excluded.recorded, people = excluded.people, as_of = excluded.as_of
                        """)
                .with("event", event)
                .with("today", today)
                .run();
    }
}
