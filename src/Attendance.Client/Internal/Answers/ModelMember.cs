using System.Text;
using System.Text.Json;

namespace Attendance.Client.Internal;

/// <summary>A member of a wire model: its name on the wire and how its value gets into the model.</summary>
internal sealed class ModelMember<T>(string name, ModelMember<T>.Reader read, bool isOnce = false)
{
    /// <summary>Reads the value that the JSON stands at into the model.</summary>
    public delegate void Reader(T model, ref Utf8JsonReader json);

    public string Text => name;

    /// <summary>Whether nobody could tell what holds where the member stands twice. Of others the last holds.</summary>
    public bool IsOnce => isOnce;

    public byte[] Name { get; } = Encoding.UTF8.GetBytes(name);

    public Reader Read { get; } = read;
}
