package tsunagu.question;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** All questions of an event, in their order. */
public record QuestionSheet(@NotNull List<@Valid QuestionDraft> questions) {}
