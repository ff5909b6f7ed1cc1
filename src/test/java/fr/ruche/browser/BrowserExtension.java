package fr.ruche.browser;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** One browser for all tests, fresh visitors for each; what they saw is kept when the test fails. */
class BrowserExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace HERE = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var shared = test.getRoot().getStore(HERE).getOrComputeIfAbsent(SharedBrowser.class);
        return test.getStore(HERE)
                .getOrComputeIfAbsent(
                        Visitors.class, key -> new Visitors(shared.browser(), address(test)), Visitors.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        var visitors = test.getStore(HERE).get(Visitors.class, Visitors.class);
        if (visitors != null && test.getExecutionException().isPresent()) {
            visitors.keepWhatTheySee(test.getRequiredTestClass().getSimpleName() + "-"
                    + test.getRequiredTestMethod().getName());
        }
    }

    private static String address(ExtensionContext test) {
        var context = (ServletWebServerApplicationContext) SpringExtension.getApplicationContext(test);
        return "http://localhost:" + context.getWebServer().getPort();
    }
}
