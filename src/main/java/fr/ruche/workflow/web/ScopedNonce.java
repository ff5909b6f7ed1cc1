package fr.ruche.workflow.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the nonce of a page with its request. The engine's applications keep it in the servlet context, where any other
 * request overwrites it before the page is written: under load their pages then stay blank.
 */
final class ScopedNonce extends HttpServletRequestWrapper {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    ScopedNonce(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletContext getServletContext() {
        var shared = super.getServletContext();
        return (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> call(shared, method, arguments));
    }

    private @Nullable Object call(ServletContext shared, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && arguments.length > 0 && NONCE.equals(arguments[0])) {
            if ("setAttribute".equals(method.getName())) {
                setAttribute(NONCE, arguments[1]);
                return null;
            }
            if ("getAttribute".equals(method.getName())) {
                return getAttribute(NONCE);
            }
        }
        try {
            return method.invoke(shared, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }
}
