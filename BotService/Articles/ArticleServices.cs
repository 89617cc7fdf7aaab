namespace SupportBot.Articles;

internal static class ArticleServices
{
    public static IServiceCollection AddArticles(this IServiceCollection services)
    {
        services.AddOptions<ArticleOptions>().BindConfiguration(ArticleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LiveArticles>();
        services.AddHostedService<ArticleWatch>();
        return services;
    }
}
