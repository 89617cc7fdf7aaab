namespace SupportBot.Access;

/// <summary>Keys the service makes for itself at first start, shared by all nodes on the same database.</summary>
internal interface ISecretStore
{
    /// <summary>The bytes stored under the name; made at random when there are none yet.</summary>
    byte[] GetOrCreate(string name, int length);
}
