package tsunagu.plan;

import java.util.List;
import java.util.stream.IntStream;
import tsunagu.shared.FiscalYear;

/** 計画期間: 一関市工業振興計画 runs from R4 to R8 (資料1). */
public final class PlanPeriod {

    public static final FiscalYear FIRST = new FiscalYear(2022);

    public static final FiscalYear LAST = new FiscalYear(2026);

    private PlanPeriod() {}

    public static List<FiscalYear> years() {
        return IntStream.rangeClosed(FIRST.year(), LAST.year())
                .mapToObj(FiscalYear::new)
                .toList();
    }
}
