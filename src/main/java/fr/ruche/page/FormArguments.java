package fr.ruche.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives the methods of pages the {@link Form} that was sent to them. */
@Component
class FormArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest sent,
            @Nullable WebDataBinderFactory binders) {
        var values = new LinkedMultiValueMap<String, String>();
        sent.getParameterMap().forEach((field, typed) -> values.put(field, Arrays.asList(typed)));
        return new Form(
                Typed.of(values),
                Objects.requireNonNull(page).getModel(),
                Objects.requireNonNull(sent.getNativeRequest(HttpServletRequest.class)),
                Objects.requireNonNull(sent.getNativeResponse(HttpServletResponse.class)));
    }
}
