package tsunagu.plan;

import java.util.List;

/** An actual and the rows it is made of; the sum of their quantities is the computed actual. */
public record FigureDetail(ProgrammeName programme, Figure figure, List<FigureRow> rows) {}
