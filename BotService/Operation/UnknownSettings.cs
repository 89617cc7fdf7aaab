using System.Reflection;
using Microsoft.Extensions.Options;

namespace SupportBot.Operation;

/// <summary>Settings that nothing reads, such as <c>Data:Postgress</c>: a slip of the pen which the service would quietly do without.</summary>
internal static partial class UnknownSettings
{
    public static void WarnOfUnknownSettings(this WebApplication app, IServiceCollection services)
    {
        foreach (string unknown in Of(services, app.Configuration))
        {
            NothingReads(app.Logger, unknown);
        }
    }

    /// <summary>A sentence each, for the sections that the services' options are bound to.</summary>
    public static IEnumerable<string> Of(IServiceCollection services, IConfiguration settings) =>
        from service in services
        where service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IConfigureOptions<>)
        let options = service.ServiceType.GenericTypeArguments[0]
        let section = options.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
        where section is not null
        let known = options.GetProperties().Where(property => property.CanWrite || property.PropertyType.IsGenericType).Select(property => property.Name)
        from key in settings.GetSection(section).GetChildren().Select(child => child.Key)
        where !known.Contains(key, StringComparer.OrdinalIgnoreCase)
        select $"{section}:{key} is no setting, and nothing reads it. There are {string.Join(", ", known.Order().Select(name => $"{section}:{name}"))}.";

    [LoggerMessage(LogLevel.Warning, "{Setting}")]
    private static partial void NothingReads(ILogger logger, string setting);
}
