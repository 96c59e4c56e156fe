package tsunagu.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls methods from pages ({@code x.foo()}, {@code t.of(..)}). The resolver that comes with the server looks among all methods of the class
 * for the one that fits best, anew at every call; here the only one of that name and number of parameters is remembered for the class. What
 * has several, or is not public, is left to the other one.
 */
public final class OwnMethods extends ELResolver {

    private static final ClassValue<Map<Called, Optional<Method>>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<Called, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private record Called(String name, int parameters) {}

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
        if (base == null || method == null) {
            return null;
        }
        int count = parameters == null ? 0 : parameters.length;
        Optional<Method> known = KNOWN.get(base.getClass())
                .computeIfAbsent(new Called(method.toString(), count), called -> only(base.getClass(), called));
        if (known.isEmpty()) {
            return null;
        }
        Method only = known.get();
        Object[] given = new Object[count];
        Class<?>[] wanted = only.getParameterTypes();
        for (int i = 0; i < count; i++) {
            given[i] = wanted[i].isInstance(parameters[i])
                    ? parameters[i]
                    : context.convertToType(parameters[i], wanted[i]);
        }
        try {
            Object result = only.invoke(base, given);
            context.setPropertyResolved(base, method);
            return result;
        } catch (InvocationTargetException thrown) {
            throw new ELException(thrown.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    private static Optional<Method> only(Class<?> type, Called called) {
        Method found = null;
        for (Method each : type.getMethods()) {
            if (!each.getName().equals(called.name()) || each.isBridge()) {
                continue;
            }
            if (each.isVarArgs()) {
                return Optional.empty();
            }
            if (each.getParameterCount() == called.parameters()) {
                if (found != null) {
                    return Optional.empty();
                }
                found = each;
            }
        }
        Optional<Method> open = Optional.ofNullable(found).filter(OwnMethods::open);
        // It is public: what is saved is that Java asks so at every call.
        open.ifPresent(each -> each.trySetAccessible());
        return open;
    }

    private static boolean open(Method method) {
        Class<?> owner = method.getDeclaringClass();
        return Modifier.isPublic(owner.getModifiers())
                && owner.getModule().isExported(owner.getPackageName(), OwnMethods.class.getModule());
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // properties are the other resolvers'
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
