package tsunagu.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import tsunagu.shared.UseCase;

/**
 * The second ring of validation: a use case's command keeps its constraints, or the use case is not begun. Done here, before the
 * transaction, and not by the container (META-INF/validation.xml switches that off), because the container says the arguments of a
 * refused call in its log: names, addresses and passwords in clear text, with every ordinary mistake in a form. The exception that
 * leaves here names the rules that were broken and nothing that was typed.
 */
@UseCase
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class CommandCheck {

    @Inject
    private Validator validator;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        Object[] arguments = call.getParameters();
        if (arguments.length > 0) {
            Set<ConstraintViolation<Object>> broken =
                    validator.forExecutables().validateParameters(call.getTarget(), call.getMethod(), arguments);
            if (!broken.isEmpty()) {
                throw new ConstraintViolationException(
                        "refused: " + call.getMethod().getName(), broken);
            }
        }
        return call.proceed();
    }
}
