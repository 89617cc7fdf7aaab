using SupportBot.Articles.Exchange;

namespace SupportBot.Articles;

internal static class ArticleServices
{
    public static IServiceCollection AddArticles(this IServiceCollection services)
    {
        services.AddOptions<ArticleOptions>().BindConfiguration(ArticleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LiveArticles>();
        services.AddSingleton<ArticleDesk>();
        services.AddSingleton<ArticleExchange>();
        services.AddHostedService<ArticleWatch>();
        return services;
    }
}
