package tsunagu.question;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** All questions of an event, in their order. */
public record QuestionSheet(
        @NotNull @Size(max = 1000, message = "web.error.tooLong") List<@Valid QuestionDraft> questions) {}
