using System.ComponentModel.DataAnnotations;

namespace SupportBot.Desk;

/// <summary>The name of a time zone this machine knows.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ZoneNameAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)
            ? ValidationResult.Success
            : new ValidationResult($"Desk:Zone '{value}' is not a time zone. Use an IANA name, e.g. Asia/Shanghai.");
}
