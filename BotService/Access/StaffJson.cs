using System.Text.Json.Serialization;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Access;

/// <summary>The documents of staff access, and what of them lies in the database.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StaffWork))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(MeDocument))]
[JsonSerializable(typeof(MeChange))]
[JsonSerializable(typeof(PasswordChange))]
[JsonSerializable(typeof(SecondFactorDocument))]
[JsonSerializable(typeof(SecondFactorCode))]
[JsonSerializable(typeof(RecoveryCodesDocument))]
[JsonSerializable(typeof(PasswordRequest))]
[JsonSerializable(typeof(IReadOnlyList<SessionDocument>))]
[JsonSerializable(typeof(IReadOnlyList<UserDocument>))]
[JsonSerializable(typeof(NewUserRequest))]
[JsonSerializable(typeof(NewUserDocument))]
[JsonSerializable(typeof(UserChange))]
[JsonSerializable(typeof(ResetRequest))]
[JsonSerializable(typeof(OneTimePasswordDocument))]
[JsonSerializable(typeof(Page<AuditDocument>))]
[JsonSerializable(typeof(AuditCheckDocument))]
internal sealed partial class StaffJson : JsonSerializerContext;
