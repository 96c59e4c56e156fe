package tsunagu.plan;

import java.util.List;
import java.util.stream.IntStream;
import tsunagu.shared.FiscalYear;

/** 計画期間: the years a plan is for, 一関市工業振興計画 R4 to R8 (資料1). @param name of the plan */
public record PlanPeriod(String name, FiscalYear first, FiscalYear last) {

    public List<FiscalYear> years() {
        return IntStream.rangeClosed(first.year(), last.year())
                .mapToObj(FiscalYear::new)
                .toList();
    }

    public boolean contains(FiscalYear year) {
        return first.compareTo(year) <= 0 && year.compareTo(last) <= 0;
    }
}
