package tsunagu.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A telephone number, by the one rule of {@link TelephoneNumber} for all forms; nothing typed is another constraint's. */
@Constraint(validatedBy = Telephone.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Telephone {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the reader. */
    class Validator implements ConstraintValidator<Telephone, String> {

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            return typed == null
                    || typed.isBlank()
                    || TelephoneNumber.read(typed).isPresent();
        }
    }
}
